import { randomBytes } from "node:crypto";
import type { Books } from "@cimpro/store";
import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { secretHash } from "./secret.ts";

const periodSeconds = 30;

/** Six digits of an authenticator app, or a recovery code, as people type them. */
export const Code = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s-]/g, "").toLowerCase())
  .refine((text) => /^(\d{6}|[a-z2-7]{16})$/.test(text), { error: "six digits, or a recovery code" });

/** The secret of a second step: 20 random bytes, as authenticator apps read them. */
export const newStepSecret = (): string => new Secret({ size: 20 }).base32;

/** The address behind the square code that an authenticator app scans. */
export const stepAddress = (secret: string, issuer: string, label: string): string =>
  stepsOf(secret, issuer, label).toString();

const stepsOf = (secret: string, issuer = "", label = "cimpro"): TOTP =>
  new TOTP({
    issuer,
    label,
    algorithm: "SHA1",
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  });

/** The time step whose code this is, one to either side of now; null when it is none of them. */
export function stepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const ahead = stepsOf(secret).validate({ token: code, timestamp: now, window: 1 });
  return ahead === null ? null : Math.floor(now / (periodSeconds * 1000)) + ahead;
}

/** Ten codes for when the authenticator is lost: 80 random bits each. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: 10 }, () => {
    const letters = [...randomBytes(16)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567".charAt(byte & 31)).join("");
    return letters.replace(/(.{4})(?=.)/g, "$1-");
  });

export const recoveryHash = (code: string): string => secretHash(`recovery ${code.replaceAll("-", "")}`);

/** Uses a code up, so that it is good once: true when it was right and not used before. */
export async function useCode(
  books: Books,
  user: { readonly id: string; readonly totp_secret: string | null },
  code: string,
  now: number,
): Promise<boolean> {
  if (user.totp_secret === null) return false;
  const step = stepOf(user.totp_secret, code, now);
  if (step !== null) return books.users.useStep(user.id, step);
  return books.users.useRecoveryCode(user.id, recoveryHash(code), new Date(now).toISOString());
}
