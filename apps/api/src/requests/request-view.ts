import {
  type CustomerRequest,
  type ExpectedStart,
  expectedStart,
  type FollowUpClock,
  followUpClock,
  type PolicyVersion,
  policyOn,
  type ScoredRequest,
} from "@cimpro/domain";
import type { Books } from "@cimpro/store";

/** A request with what follows from it on a day: its clock, and when work on it is expected to begin. */
export type RequestView = CustomerRequest & {
  readonly accountName: string;
  readonly followUp: FollowUpClock;
  /** Null until a size is set (REQ-3), and for what will not be begun. */
  readonly expectedStart: ExpectedStart | null;
  /** The day work began on the deliverable that it became. */
  readonly startedOn: string | null;
  readonly clauses: readonly string[];
};

export interface Viewing {
  readonly books: Books;
  readonly versions: readonly PolicyVersion[];
  readonly today: string;
}

export async function requestView(viewing: Viewing, request: CustomerRequest): Promise<RequestView> {
  const { clock, expectedStart: expected, startedOn } = await scoredRequest(viewing, request);
  const account = await viewing.books.accounts.find(request.account);
  return {
    ...request,
    accountName: account?.name ?? request.account,
    followUp: clock,
    expectedStart: request.state === "declined" || request.state === "withdrawn" ? null : expected,
    startedOn,
    clauses: [
      "REQ-1",
      ...(request.expediteWish === null ? [] : ["REQ-2"]),
      ...(expected === null ? [] : ["REQ-3"]),
      "REQ-4",
    ],
  };
}

/** What a request is judged by. Its clock goes by the policy of its submission, its window by that of its sizing. */
export async function scoredRequest(
  { books, versions, today }: Viewing,
  request: CustomerRequest,
): Promise<ScoredRequest> {
  const { policy } = policyOn(versions, request.submittedOn);
  const { size, sizedOn } = request;
  return {
    request,
    clock: followUpClock(request, today, policy.requests, new Set(policy.holidays)),
    expectedStart:
      size === null || sizedOn === null
        ? null
        : expectedStart(size, sizedOn, policyOn(versions, sizedOn).policy.requests.startWindows),
    ...(await beginning(books, request)),
  };
}

/**
 * The day work on an accepted deliverable began: that of its first time since the request, or of its SOW's approval,
 * which ends its first phase (DLV-2). Work that is not a deliverable names no request, so its beginning is not known.
 */
async function beginning(
  books: Books,
  { account, acceptance, submittedOn }: CustomerRequest,
): Promise<{ readonly startedOn: string | null; readonly cancelled: boolean }> {
  const id = acceptance?.as === "deliverable" ? acceptance.reference : null;
  if (id === null) return { startedOn: null, cancelled: false };
  const worked = await books.firstWork(account, id, submittedOn);
  const approved = (await books.sows.of(account, id))
    .flatMap(({ approvedOn }) => (approvedOn !== null && approvedOn >= submittedOn ? [approvedOn] : []))
    .toSorted()[0];
  const startedOn = worked !== null && (approved === undefined || worked < approved) ? worked : (approved ?? null);
  return { startedOn, cancelled: (await books.deliverables.find(account, id))?.outcome === "cancelled" };
}
