import { spawn } from 'node:child_process';

/**
 * Runs a program with its output going straight through.
 *
 * @param command - the program and its arguments
 * @returns its exit code; 1 where it could not be started or was killed
 */
export function runProgram(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd?: string,
): Promise<number> {
  return new Promise((resolve) => {
    // On Windows the programs of packages are .cmd files, which only a shell starts.
    const shell = process.platform === 'win32' && !program.endsWith('.exe');
    const options = {
      stdio: 'inherit',
      env,
      shell,
      ...(cwd === undefined ? {} : { cwd }),
    } as const;
    const child = spawn(program, args, options);
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
