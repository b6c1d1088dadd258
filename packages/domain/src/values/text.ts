import { z } from "zod";

/** One line or note of text that every engine stores alike: well-formed Unicode, no NUL, a stated length. */
export const text = (max: number) =>
  z
    .string()
    .max(max, `at most ${max} characters`)
    .refine((value) => value.isWellFormed() && !value.includes("\0"), {
      error: "text must be well-formed Unicode without NUL characters",
    });

/** A name people read: not blank, no control characters. */
export const Name = text(200)
  .trim()
  .min(1, "must not be empty")
  .refine((value) => !hasControl(value), "a name has no control characters");

export const Note = text(10_000);

function hasControl(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 32 || (code >= 127 && code < 160)) return true;
  }
  return false;
}
