import { createHash, randomBytes } from "node:crypto";

/** A secret nobody can guess: 32 random bytes, as text for addresses and headers. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret, "utf8").digest("hex");
