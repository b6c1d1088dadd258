import { z } from "zod";

/** What people choose: long rather than odd. No rule about digits or signs makes a short one good. */
export const Password = z
  .string()
  .min(12, "a password has at least 12 characters")
  .max(200, "a password has at most 200 characters")
  .refine((value) => value.isWellFormed(), { error: "text must be well-formed Unicode" })
  .refine((value) => new Set(value).size > 4, { error: "a password has more than a few different characters" });

/** As the password is sent to be compared: whatever was good enough when it was chosen. */
export const GivenPassword = z.string().min(1).max(200);

/** argon2id with 19 MiB, two passes and one lane: what OWASP recommends at least. Other threads do the work. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Binary code: loaded when somebody has a password, and not with every command. */
const argon2 = () => import("@node-rs/argon2");

export const hashPassword = async (password: string): Promise<string> =>
  (await argon2()).hash(password.normalize("NFC"), cost);

/** Nobody's password, so that an unknown email takes as long as a known one. */
let nobodys: Promise<string> | undefined;

/** Whether it is the password; without a hash it is not, but that takes as long to say. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const { hash, verify } = await argon2();
  nobodys ??= hash("the password of nobody at all", cost);
  const right = await verify(passwordHash ?? (await nobodys), password.normalize("NFC"));
  return right && passwordHash !== null;
}
