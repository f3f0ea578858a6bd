import {
  AssetError,
  GeoError,
  type ProblemDetails,
  ProjectError,
  SceneError,
  TileError,
  UsageError,
} from '#core/errors';

/** An error as plain data: what crosses from a thread to another keeps no class. */
export interface PlainProblem {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** Of a ProjectError. */
  readonly code?: string;
  readonly details?: ProblemDetails;
}

const CLASSES: Readonly<Record<string, typeof ProjectError>> = {
  AssetError,
  GeoError,
  ProjectError,
  SceneError,
  TileError,
  UsageError,
};

/** Takes an error apart. */
export function plainProblem(error: unknown): PlainProblem {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  const plain = { name, message, ...(stack !== undefined && { stack }) };
  return error instanceof ProjectError
    ? { ...plain, code: error.code, details: error.details }
    : plain;
}

/** Puts an error together again, a ProjectError as the class that it was. */
export function problemFromPlain(plain: PlainProblem): Error {
  if (plain.code !== undefined && plain.details !== undefined) {
    return new (CLASSES[plain.name] ?? ProjectError)(plain.code, plain.details);
  }
  const error = new Error(plain.message);
  error.name = plain.name;
  if (plain.stack !== undefined) error.stack = plain.stack;
  return error;
}
