import { Map as MapIcon, Minus, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  horizontalFovDeg,
  type MinimapFrame,
  minimapPoint,
  minimapTiles,
  viewCone,
} from '#core/tour/minimap';
import type { PanoramaDetail, SceneIndex } from '#scene';
import { appUrl, loadReliefDescription } from '../../adapters/net';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { IconButton } from '../../ui/Button';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import styles from './minimap.module.css';

const SIZE_PX = 176;
const WIDE_METRES_PER_PX = 75;
/** The nearest that the map comes: an eighth of its width is a dozen steps. */
const NEAREST_METRES_PER_PX = 0.5;
const CONE_PX = 54;
/** Viewpoints nearer to the middle than this are drawn beside it, in their true direction. */
const BESIDE_PX = 17;

/** A small map, north up: where one stands, where one looks, which viewpoints are near. */
export function Minimap(props: {
  readonly scene: SceneIndex;
  readonly detail: PanoramaDetail;
  readonly viewer: PanoramaPort | null;
  /** False until the first panorama is sharp: the map's own picture comes after it. */
  readonly hasPicture: boolean;
}) {
  const { scene, detail, viewer, hasPicture } = props;
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(() => window.innerWidth > 736 && window.innerHeight > 480);
  const [isNear, setIsNear] = useState(false);
  if (!isOpen) {
    return (
      <div className={styles['folded']} data-keeps-names-off>
        <IconButton
          label={t('panorama.openMap')}
          isExpanded={false}
          icon={<MapIcon aria-hidden size={20} />}
          onClick={() => setIsOpen(true)}
        />
      </div>
    );
  }
  const reachM = Math.max(0, ...detail.links.map(({ distanceM }) => distanceM));
  const canBeNear = reachM > 0 && reachM < (SIZE_PX / 2) * WIDE_METRES_PER_PX;
  const nearMetresPerPx = Math.max(NEAREST_METRES_PER_PX, reachM / (SIZE_PX * 0.36));
  const metresPerPx = isNear && canBeNear ? nearMetresPerPx : WIDE_METRES_PER_PX;
  const frame = { lonDeg: detail.lonDeg, latDeg: detail.latDeg, metresPerPx, sizePx: SIZE_PX };
  return (
    <figure
      className={styles['map']}
      aria-label={t('panorama.map')}
      data-minimap
      data-keeps-names-off
    >
      <MapPicture
        scene={scene}
        detail={detail}
        viewer={viewer}
        frame={frame}
        hasPicture={hasPicture}
      />
      <div className={styles['fold']}>
        <IconButton
          label={t('panorama.closeMap')}
          isExpanded
          icon={<X aria-hidden size={18} />}
          onClick={() => setIsOpen(false)}
        />
      </div>
      {canBeNear && (
        <div className={styles['scale']}>
          <IconButton
            label={t(isNear ? 'panorama.mapWide' : 'panorama.mapNear')}
            icon={isNear ? <Minus aria-hidden size={18} /> : <Plus aria-hidden size={18} />}
            onClick={() => setIsNear(!isNear)}
          />
        </div>
      )}
    </figure>
  );
}

function MapPicture(props: {
  readonly scene: SceneIndex;
  readonly detail: PanoramaDetail;
  readonly viewer: PanoramaPort | null;
  readonly frame: MinimapFrame;
  readonly hasPicture: boolean;
}) {
  const { scene, detail, viewer, frame, hasPicture } = props;
  const folder = `tilesets/${scene.imagery.tilesetId}`;
  const relief = useDetail(hasPicture ? `${folder}/imagery.json` : null, loadReliefDescription);
  const tiles = relief.status === 'ready' ? minimapTiles(frame, relief.value.maxLevel) : [];
  const version = relief.status === 'ready' ? relief.value.version : '';
  const cone = useCone(viewer);
  const isInside = ({ xPx, yPx }: { xPx: number; yPx: number }): boolean =>
    Math.hypot(xPx - SIZE_PX / 2, yPx - SIZE_PX / 2) < SIZE_PX / 2 - 5;
  const places = scene.places
    .map((place) => ({ id: place.id, ...minimapPoint(frame, place) }))
    .filter((place) => place.id !== detail.placeId && isInside(place));
  const panoramas = scene.panoramas
    .filter(({ id }) => id !== detail.id && !detail.links.some((link) => link.panoramaId === id))
    .map((panorama) => ({ id: panorama.id, ...minimapPoint(frame, panorama) }))
    .filter(isInside);
  return (
    <svg viewBox={`0 0 ${SIZE_PX} ${SIZE_PX}`} aria-hidden="true">
      {tiles.map(({ tile, leftPx, topPx, widthPx, heightPx }) => (
        <image
          key={`${tile.z}/${tile.x}/${tile.y}`}
          href={appUrl(`${folder}/${tile.z}/${tile.x}/${tile.y}.webp?v=${version}`)}
          x={leftPx}
          y={topPx}
          width={widthPx + 0.3}
          height={heightPx + 0.3}
          preserveAspectRatio="none"
        />
      ))}
      {places.map(({ id, xPx, yPx }) => (
        <circle key={id} className={styles['place']} cx={xPx} cy={yPx} r="2.5" />
      ))}
      {panoramas.map(({ id, xPx, yPx }) => (
        <circle key={id} className={styles['viewpoint']} cx={xPx} cy={yPx} r="4" />
      ))}
      <g transform={`translate(${SIZE_PX / 2} ${SIZE_PX / 2})`}>
        <path ref={cone} className={styles['cone']} />
        {detail.links.map((link) => (
          <LinkMark key={link.panoramaId} link={link} metresPerPx={frame.metresPerPx} />
        ))}
        <circle className={styles['here']} r="6" />
      </g>
      <path
        className={styles['north']}
        transform={`translate(${SIZE_PX / 2} 12)`}
        d="M0 -7L5 4H-5Z"
      />
    </svg>
  );
}

/** A linked viewpoint where it lies; beside the middle where the map is too wide to part them. */
function LinkMark(props: {
  readonly link: PanoramaDetail['links'][number];
  readonly metresPerPx: number;
}) {
  const { link, metresPerPx } = props;
  const awayPx = link.distanceM / metresPerPx;
  const turn = `rotate(${link.headingDeg})`;
  if (awayPx < BESIDE_PX) {
    return (
      <path
        className={styles['viewpoint']}
        transform={`${turn} translate(0 ${-BESIDE_PX})`}
        d="M0 -5L5 4L0 1.5L-5 4Z"
      />
    );
  }
  return <circle className={styles['viewpoint']} transform={turn} cy={-awayPx} r="5" />;
}

/** Turns and opens the cone of view with the look, at frame rate and without React. */
function useCone(viewer: PanoramaPort | null) {
  const cone = useRef<SVGPathElement>(null);
  useEffect(
    function followLook() {
      if (!viewer) return;
      const draw = (): void => {
        const look = viewer.look();
        const fovDeg = horizontalFovDeg(look.verticalFovDeg, viewer.aspect());
        cone.current?.setAttribute('d', viewCone(fovDeg, CONE_PX));
        cone.current?.setAttribute('transform', `rotate(${look.headingDeg.toFixed(1)})`);
      };
      draw();
      return viewer.on('lookMoved', draw);
    },
    [viewer],
  );
  return cone;
}
