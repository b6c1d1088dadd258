import type { RequestSize } from "@cimpro/domain";
import type { RequestView } from "../api/answers.ts";

type Sized = Pick<RequestView, "id" | "size" | "expectedStart">;

/** The queue as it will be once a size is set, with the start window that the size gives today, if that is known. */
export function withSize<Queue extends { readonly pages: readonly { readonly items: readonly Sized[] }[] }>(
  queue: Queue,
  request: string,
  size: RequestSize,
  expectedStart: RequestView["expectedStart"],
): Queue {
  const pages = queue.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.id === request ? { ...item, size, expectedStart } : item)),
  }));
  return { ...queue, pages };
}
