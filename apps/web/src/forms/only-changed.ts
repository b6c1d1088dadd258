/**
 * Of what a form says, what was changed in it: what somebody else changed meanwhile stays as they left it. Fields are
 * named as in the form.
 */
export const onlyChanged = <Said extends object>(
  form: { readonly isDirty: (field: string) => boolean },
  said: Said,
): Partial<Said> => Object.fromEntries(Object.entries(said).filter(([field]) => form.isDirty(field))) as Partial<Said>;
