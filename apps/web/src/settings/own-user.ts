import type { Session } from "../api/answers.ts";

/** Who is signed in, as a user. */
export type OwnUser = NonNullable<Session["user"]>;
