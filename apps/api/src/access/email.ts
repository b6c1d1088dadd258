import { z } from "zod";

/** An email address as people sign in with it: written small or large, it is the same. */
export const Email = z
  .string()
  .trim()
  .max(254)
  .toLowerCase()
  .pipe(z.email("must be an email address, such as ada@acme.example"));
