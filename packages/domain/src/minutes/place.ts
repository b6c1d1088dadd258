/**
 * Where minutes of a time entry are (ALW-8): `open` until something settles them, `gone` once their entry is reversed, so
 * that they were never worked. All other places are for good, until a correction takes minutes back.
 */
export type Place =
  | { readonly kind: "open" }
  | { readonly kind: "deposit" }
  | { readonly kind: "allowance"; readonly grant: string }
  | { readonly kind: "invoice"; readonly invoice: string; readonly line: number }
  | { readonly kind: "written-off" }
  | { readonly kind: "gone" };

/** A place where minutes stay for good. */
export type SettledPlace = Exclude<Place, { readonly kind: "open" | "gone" }>;
