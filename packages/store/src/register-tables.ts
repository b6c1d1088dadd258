/** One record: what it is looked up by, and what it says as JSON. */
export interface RegisterRow {
  account: string;
  id: string;
  /** Counts the records of an account in the order in which they were first put. */
  sequence: number;
  state: string;
  about: string | null;
  on_day: string;
  data: string;
}

/** The registers, one table for each kind of record. */
export interface RegisterTables {
  sow: RegisterRow;
  change_order: RegisterRow;
  deliverable_wait: RegisterRow;
  premium_decision: RegisterRow;
  phase_record: RegisterRow;
  finding: RegisterRow;
  product_item: RegisterRow;
  request: RegisterRow;
  subscription: RegisterRow;
  plan: RegisterRow;
  person: RegisterRow;
  customization: RegisterRow;
  version_update: RegisterRow;
  compatibility_review: RegisterRow;
}
