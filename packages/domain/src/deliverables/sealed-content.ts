import type { ChangeOrder } from "./change-order.ts";
import type { Sow } from "./sow.ts";

/** What the seal of an approved SOW goes over: all that it says, and who approved it (DLV-2). */
export const contentOfSow = ({ state: _, seal: __, depositInvoice: ___, ...said }: Sow) => said;

/** What the seal of an approved change order goes over (DLV-4). */
export const contentOfChangeOrder = ({ state: _, seal: __, ...said }: ChangeOrder) => said;
