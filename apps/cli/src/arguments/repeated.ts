/** For an option that may be stated several times: what each says, in order. */
export const repeated =
  <T>(parse: (text: string) => T) =>
  (text: string, before: readonly T[] | undefined): readonly T[] => [...(before ?? []), parse(text)];
