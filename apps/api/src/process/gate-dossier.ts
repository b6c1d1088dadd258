import { type Dossier, gateDossier, type SealedDocument, Slug } from "@cimpro/domain";
import { type Books, digestOf, orNotFound } from "@cimpro/store";
import { z } from "zod";
import { accountOf, type SignedIn } from "../context.ts";
import { workInProcess } from "./process-facts.ts";

export const AskDossier = z.object({
  account: Slug,
  deliverable: Slug,
  /** The seal of a copy, to be told whether it says what the books say. */
  seal: z.string().max(128).optional(),
});
export type AskDossier = z.infer<typeof AskDossier>;

export interface SealedDossier {
  readonly dossier: Dossier;
  /** SHA-256, in hex, over the dossier as JSON with sorted keys and no white space. */
  readonly seal: string;
  /** Whether the seal that was asked about is this one; null when none was. */
  readonly matches: boolean | null;
}

/** Everything stated for the gates of a deliverable, under a seal by which a printed copy can be checked (PROC-7). */
export async function sealedDossier(ctx: SignedIn, input: AskDossier): Promise<SealedDossier> {
  return ctx.store.read(async (books) => {
    const account = await accountOf(books, input.account);
    const practice = orNotFound(await books.practice.find(), "practice", "practice");
    const work = await workInProcess(books, await books.policies.all(), account.id, input.deliverable);
    const { id, name, criticalWorkflows } = work.deliverable;
    const dossier = gateDossier(work.record, work.terms, work.findings, {
      practice: practice.name,
      account: { id: account.id, name: account.name },
      deliverable: { id, name, criticalWorkflows },
      ...(await sealedDocuments(books, account.id, id)),
    });
    const seal = digestOf(dossier);
    return { dossier, seal, matches: input.seal === undefined ? null : input.seal.toLowerCase() === seal };
  });
}

/** The approved SOWs and change orders of a deliverable, in order. */
async function sealedDocuments(
  books: Books,
  account: string,
  deliverable: string,
): Promise<Pick<Dossier, "sows" | "changeOrders">> {
  const sows = await books.sows.of(account, deliverable);
  const changeOrders = await books.changeOrders.of(account, deliverable);
  return {
    sows: sows
      .filter(({ state }) => state === "approved")
      .map(
        ({ id, approvedOn, approvedBy, minutes, seal }): SealedDocument => ({
          ...{ id, approvedOn, approvedBy, minutes, seal },
        }),
      ),
    changeOrders: changeOrders
      .filter(({ state }) => state === "approved")
      .map(
        ({ id, decidedOn, decidedBy, minutes, seal }): SealedDocument => ({
          ...{ id, approvedOn: decidedOn, approvedBy: decidedBy, minutes, seal },
        }),
      ),
  };
}
