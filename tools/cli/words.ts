/** The frame's own words; what a command prints is its own business, errors carry codes. */
export interface FrameWords {
  readonly problem: string;
  readonly file: string;
  readonly place: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
  readonly usage: string;
  readonly arguments: string;
  readonly options: string;
  readonly commands: string;
  readonly example: string;
  readonly helpOption: string;
  readonly jsonOption: string;
  readonly debugOption: string;
  readonly description: string;
  readonly stopped: string;
  readonly internal: string;
  readonly seeHelp: (command: string) => string;
  readonly remaining: (duration: string) => string;
  readonly took: (duration: string) => string;
}

export type CliLocale = 'vi' | 'en';

export const FRAME_WORDS: Readonly<Record<CliLocale, FrameWords>> = {
  en: {
    problem: 'Problem',
    file: 'file',
    place: 'at',
    expected: 'expected',
    found: 'found',
    fix: 'to do',
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    example: 'Example:',
    helpOption: 'show this help',
    jsonOption: 'print the result as JSON, nothing else',
    debugOption: 'print the whole error with its stack',
    description: 'The toolchain of Northwest Arc: arc <noun> <verb>.',
    stopped:
      'Stopped. Nothing half-written stands in place; the next run goes on from what is kept.',
    internal: 'This is a fault of the program, not of your data. --debug shows where.',
    seeHelp: (command) => `See ${command} --help`,
    remaining: (duration) => `about ${duration} left`,
    took: (duration) => `done in ${duration}`,
  },
  vi: {
    problem: 'Lỗi',
    file: 'tệp',
    place: 'chỗ',
    expected: 'cần có',
    found: 'lại thấy',
    fix: 'cách sửa',
    usage: 'Cách dùng:',
    arguments: 'Tham số:',
    options: 'Tùy chọn:',
    commands: 'Lệnh:',
    example: 'Ví dụ:',
    helpOption: 'hiện trợ giúp này',
    jsonOption: 'chỉ in kết quả dạng JSON',
    debugOption: 'in toàn bộ lỗi kèm dấu vết',
    description: 'Bộ công cụ của Cung Tây Bắc: arc <danh từ> <động từ>.',
    stopped:
      'Đã dừng. Không có tệp dở dang nào ở đúng chỗ; lần chạy sau sẽ tiếp tục từ phần đã giữ.',
    internal: 'Đây là lỗi của chương trình, không phải của dữ liệu. --debug cho biết ở đâu.',
    seeHelp: (command) => `Xem ${command} --help`,
    remaining: (duration) => `còn khoảng ${duration}`,
    took: (duration) => `xong sau ${duration}`,
  },
};

/**
 * The language of the frame's words: Vietnamese where the locale says so, else English.
 *
 * @param env - LC_ALL, LC_MESSAGES and LANG count in this order; then the system's own locale
 */
export function cliLocale(
  env: Readonly<Record<string, string | undefined>>,
  systemLocale: string = Intl.DateTimeFormat().resolvedOptions().locale,
): CliLocale {
  const told = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return /^vi\b|^vi_/i.test(told ?? systemLocale) ? 'vi' : 'en';
}
