import { createRandom, type Random } from '../maths/random';
import type { Mesh, MeshInstance, ObjectSet, Vec3 } from '../mesh/mesh';
import type { GroundAt } from './near-field';

/** Collects meshes and where they stand. */
export class Scenery implements ObjectSet {
  readonly meshes: Mesh[] = [];
  readonly instances: MeshInstance[] = [];
  random: Random;
  readonly groundAt: GroundAt;
  private readonly seed: number;

  constructor(seed: number, groundAt: GroundAt) {
    this.seed = seed;
    this.random = createRandom(seed);
    this.groundAt = groundAt;
  }

  /** Starts a family of things: its numbers do not depend on how many others were drawn. */
  begin(family: number): void {
    this.random = createRandom(this.seed + 7919 * family);
  }

  /** @returns number of the first of the meshes */
  add(...meshes: readonly Mesh[]): number {
    const first = this.meshes.length;
    this.meshes.push(...meshes);
    return first;
  }

  /** @param tint - a drawn number where absent */
  put(mesh: number, position: Vec3, matrix: readonly number[], tint = this.random() * 9): void {
    this.instances.push({ mesh, position, matrix, tint });
  }

  /** Stands a mesh on the ground. */
  stand(mesh: number, x: number, y: number, liftM: number, matrix: readonly number[]): void {
    this.put(mesh, [x, y, this.groundAt(x, y) + liftM], matrix);
  }
}
