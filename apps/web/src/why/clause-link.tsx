import { t } from "@lingui/core/macro";
import { Link } from "@tanstack/react-router";
import classes from "./clause-link.module.css";

/** The id of a rule, leading to its wording on the policy page. */
export function ClauseLink({ id, version }: { readonly id: string; readonly version?: number | undefined }) {
  return (
    <Link
      to="/policy"
      search={version === undefined ? { clause: id } : { clause: id, version }}
      preload={false}
      className={classes.clause}
      title={t`Read ${id} on the policy page`}
    >
      {id}
    </Link>
  );
}
