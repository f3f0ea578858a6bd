/** Plain JSON data that nobody may change, all the way down; tuples stay tuples. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };
