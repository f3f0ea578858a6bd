/** Where bad input was found and what would mend it. */
export interface ProblemDetails {
  /** File the problem is in, as the user named it. */
  readonly file?: string;
  /** Place inside the file: a JSON path (`$.name.vi`), a byte offset, a flag. */
  readonly path?: string;
  readonly expected: string;
  readonly found: string;
  /** One thing to do about it. */
  readonly fix: string;
}

/** Bad input: never a programmer's mistake. Carries a stable code that interfaces translate. */
export class ProjectError extends Error {
  override readonly name: string = 'ProjectError';
  readonly code: string;
  readonly details: ProblemDetails;

  /**
   * @param code - stable, kebab-case, with its family in front: `dem-outside-box`
   * @param options - `cause` keeps the error underneath
   */
  constructor(code: string, details: ProblemDetails, options?: ErrorOptions) {
    super(problemText(details), options);
    this.code = code;
    this.details = details;
  }
}

/** A record under scenes/ is at fault. */
export class SceneError extends ProjectError {
  override readonly name = 'SceneError';
}

/** A picture, elevation model or other file is at fault. */
export class AssetError extends ProjectError {
  override readonly name = 'AssetError';
}

/** A terrain or picture tile is at fault. */
export class TileError extends ProjectError {
  override readonly name = 'TileError';
}

/** A position, box or height is at fault. */
export class GeoError extends ProjectError {
  override readonly name = 'GeoError';
}

/** The command was called wrongly (exit 2). */
export class UsageError extends ProjectError {
  override readonly name = 'UsageError';
}

/** One line a person can act on: where, expected, found, fix. */
export function problemText(details: ProblemDetails): string {
  const where = [details.file, details.path].filter(Boolean).join(' ');
  const prefix = where === '' ? '' : `${where}: `;
  return `${prefix}expected ${details.expected}, found ${details.found}. ${details.fix}`;
}
