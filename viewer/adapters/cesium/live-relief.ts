import { Cartesian4, Material } from 'cesium';
import type { GeoBoxDeg } from '#core/tiles/geo-box';

/**
 * Relief drawn on the graphics card from the terrain itself: tints by height, light from the
 * north-west and its sides, bare rock on steep ground. The painted picture shows the sketch's
 * valleys; under other terrain they would lie beside the true ones.
 *
 * `height` is above the ellipsoid, about 30 m less than above the sea here.
 */
const SOURCE = `
uniform vec4 boxDeg;

vec3 tint(float aboveSeaM) {
  vec3 colour = vec3(0.545, 0.655, 0.420);
  colour = mix(colour, vec3(0.435, 0.570, 0.345), smoothstep(60.0, 450.0, aboveSeaM));
  colour = mix(colour, vec3(0.390, 0.510, 0.315), smoothstep(450.0, 1000.0, aboveSeaM));
  colour = mix(colour, vec3(0.530, 0.555, 0.360), smoothstep(1000.0, 1700.0, aboveSeaM));
  colour = mix(colour, vec3(0.665, 0.605, 0.445), smoothstep(1600.0, 2300.0, aboveSeaM));
  colour = mix(colour, vec3(0.780, 0.715, 0.610), smoothstep(2200.0, 2800.0, aboveSeaM));
  return mix(colour, vec3(0.905, 0.885, 0.845), smoothstep(2700.0, 3200.0, aboveSeaM));
}

float lightFrom(vec3 normal, float azimuthDeg, float altitudeDeg) {
  float azimuth = radians(azimuthDeg);
  float altitude = radians(altitudeDeg);
  vec3 light = vec3(sin(azimuth) * cos(altitude), cos(azimuth) * cos(altitude), sin(altitude));
  return max(0.0, dot(normal, light)) / sin(altitude);
}

czm_material czm_getMaterial(czm_materialInput materialInput) {
  czm_material material = czm_getDefaultMaterial(materialInput);
  vec3 place = (czm_inverseView * vec4(-materialInput.positionToEyeEC, 1.0)).xyz;
  vec3 up = normalize(place);
  vec3 east = normalize(vec3(-place.y, place.x, 0.0));
  vec3 north = cross(up, east);
  vec3 normal = czm_inverseViewRotation * materialInput.normalEC;
  normal = normalize(vec3(1.35 * dot(normal, east), 1.35 * dot(normal, north), dot(normal, up)));

  float aboveSeaM = materialInput.height + 30.0;
  vec3 colour = mix(tint(aboveSeaM), vec3(0.640, 0.615, 0.570),
    0.55 * smoothstep(0.62, 0.95, materialInput.slope));
  float light = 0.66 * lightFrom(normal, 305.0, 42.0) + 0.20 * lightFrom(normal, 250.0, 50.0)
    + 0.14 * lightFrom(normal, 0.0, 50.0);
  float dark = clamp(1.0 - light, 0.0, 1.0);
  float bright = clamp(light - 1.0, 0.0, 0.45);
  vec3 shaded = mix(colour, colour * vec3(0.30, 0.38, 0.50), 0.95 * dark);
  material.diffuse = mix(shaded, vec3(1.0, 0.965, 0.850), 0.75 * bright);

  float lonDeg = degrees(atan(place.y, place.x));
  float latDeg = degrees(asin(up.z)) + 0.19 * sin(2.0 * asin(up.z));
  vec2 inside = smoothstep(boxDeg.xy, boxDeg.xy + 0.9, vec2(lonDeg, latDeg))
    * (1.0 - smoothstep(boxDeg.zw - 0.9, boxDeg.zw, vec2(lonDeg, latDeg)));
  material.alpha = inside.x * inside.y * smoothstep(0.5, 2.5, aboveSeaM);
  return material;
}
`;

/** Makes the relief; it fades out towards the edge of a box into the world around it. */
export function createLiveRelief(boxDeg: GeoBoxDeg): Material {
  const { westDeg, southDeg, eastDeg, northDeg } = boxDeg;
  return new Material({
    translucent: false,
    fabric: {
      type: 'NorthwestLiveRelief',
      uniforms: { boxDeg: new Cartesian4(westDeg, southDeg, eastDeg, northDeg) },
      source: SOURCE,
    },
  });
}
