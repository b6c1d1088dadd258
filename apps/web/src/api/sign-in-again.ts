import type { AppRouter } from "@cimpro/api/router-types";
import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { isSignedOut } from "./refusal.ts";

/** Asks whoever is there to sign in again; answers whether the same person did. */
type AskToSignIn = () => Promise<boolean>;

let ask: AskToSignIn | null = null;
let asked: Promise<boolean> | null = null;

/** From now on an ended session is asked about over the page; returns how to stop that. */
export function onSessionEnd(how: AskToSignIn): () => void {
  ask = how;
  return () => {
    if (ask === how) ask = null;
  };
}

/** Many questions meet the same ended session: it is asked about once. */
function signedInAgain(): Promise<boolean> {
  asked ??= (ask ?? (async () => false))().finally(() => {
    asked = null;
  });
  return asked;
}

/**
 * What an ended session refused waits until the same person has signed in, and is sent again as it was: a write with its
 * key. Before a page is there, and once somebody signed out on purpose, nothing waits.
 */
export const signInAgain: TRPCLink<AppRouter> = () => {
  let left = false;
  return ({ op, next }) =>
    observable((observer) => {
      const send = (again: boolean) =>
        next(op).subscribe({
          next: (answer) => {
            if (op.path === "session.signOut") left = true;
            observer.next(answer);
          },
          error: (error) => {
            if (again || left || ask === null || !isSignedOut(error)) return observer.error(error);
            void signedInAgain().then((is) => (is ? send(true) : observer.error(error)));
          },
          complete: () => observer.complete(),
        });
      return send(false);
    });
};
