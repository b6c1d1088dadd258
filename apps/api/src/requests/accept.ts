import { randomUUID } from "node:crypto";
import {
  AcceptedAs,
  type CustomerRequest,
  Day,
  Deliverable,
  DeliverableKind,
  FactId,
  Name,
  rejection,
  reportItem,
  Slug,
  slugOf,
  text,
} from "@cimpro/domain";
import { type Books, orNotFound, Refused } from "@cimpro/store";
import { z } from "zod";
import type { SignedIn } from "../context.ts";
import { changeRequest } from "./change-request.ts";
import type { RequestView } from "./request-view.ts";

const reference = text(200).trim().min(1, "must not be empty");

/**
 * A deliverable or a bug's product item is made of the request, or one that is there is named; everything else has a
 * word that leads to it, and so may a bug that the product team keeps elsewhere.
 */
export const AcceptRequest = z
  .object({
    account: Slug,
    request: FactId,
    as: AcceptedAs,
    reference: reference.optional(),
    /** A deliverable that is there already. */
    deliverable: Slug.optional(),
    /** A product item that is there already. */
    productItem: FactId.optional(),
    /** The new deliverable, where it is not named after the request. */
    id: Slug.optional(),
    name: Name.optional(),
    kind: DeliverableKind.optional(),
    on: Day.optional(),
  })
  .superRefine(({ as, reference, deliverable, productItem, id, name, kind }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const made = Object.entries({ id, name, kind }).filter(([, value]) => value !== undefined);
    if (as === "deliverable" && reference !== undefined) fault("reference", "name a deliverable instead");
    if (as !== "deliverable" && deliverable !== undefined) fault("deliverable", `not for ${as}`);
    if (as !== "product-bug" && productItem !== undefined) fault("productItem", `not for ${as}`);
    if (productItem !== undefined && reference !== undefined) fault("reference", "name one of the two");
    for (const [path] of made)
      if (as !== "deliverable") fault(path, `not for ${as}`);
      else if (deliverable !== undefined) fault(path, "not with a deliverable that is there already");
  });

type Accepting = z.infer<typeof AcceptRequest>;

/** Accepts a request as what it becomes; a new deliverable or product item is added with it (REQ-4, DLV-1, PROD-2). */
export const acceptRequest = (ctx: SignedIn, input: Accepting): Promise<RequestView> =>
  changeRequest(ctx, input, "request.accepted", async (books, request, on) => {
    const reference = await referenceOf(books, request, input, { person: ctx.actor.name, on });
    return [{ type: "accept", acceptance: { as: input.as, reference } }];
  });

interface Said {
  readonly person: string;
  readonly on: string;
}

async function referenceOf(books: Books, request: CustomerRequest, input: Accepting, said: Said) {
  const { account, acceptance, decidedOn } = request;
  if (input.reference !== undefined) return input.reference;
  if (input.deliverable !== undefined)
    return orNotFound(await books.deliverables.find(account, input.deliverable), "deliverable", input.deliverable).id;
  if (input.productItem !== undefined)
    return orNotFound(await books.productItems.find(account, input.productItem), "product item", input.productItem).id;
  // Asked again, it names what was made of it; decided otherwise, it is refused before anything is made.
  if (decidedOn !== null) return acceptance?.reference ?? null;
  if (input.as === "deliverable") return newDeliverable(books, request, input, said);
  return input.as === "product-bug" ? newProductItem(books, request, said) : null;
}

async function newDeliverable(books: Books, request: CustomerRequest, input: Accepting, { on }: Said): Promise<string> {
  const { account, title, description: requirements } = request;
  const name = input.name ?? title;
  const id = input.id ?? slugOf(name, "work");
  const made = Deliverable.parse({ account, id, name, kind: input.kind ?? null, requirements, addedOn: on });
  if ((await books.deliverables.find(account, id)) !== undefined)
    throw new Refused(rejection("DELIVERABLE_EXISTS", { account, deliverable: id }));
  await books.deliverables.put(made);
  return id;
}

/** A bug becomes a task for the product team; it blocks nothing until somebody says what (PROD-2). */
async function newProductItem(books: Books, request: CustomerRequest, { person, on }: Said): Promise<string> {
  const { account, title, description } = request;
  const id = randomUUID();
  const about = { kind: "bug" as const, deliverable: null, blocks: false, reportedOn: on };
  await books.productItems.put(reportItem({ account, id, title, description, ...about }, person));
  return id;
}
