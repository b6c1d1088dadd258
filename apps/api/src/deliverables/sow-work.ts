import type { SowWork } from "@cimpro/domain";
import type { Books } from "@cimpro/store";

/** What billing needs to know of an account's deliverables with an approved SOW; none costs one question (DLV-3, DLV-5). */
export const sowWorkOf = (books: Books, account: string): Promise<readonly SowWork[]> => books.sowWork(account);
