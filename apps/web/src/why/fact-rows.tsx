import { Title } from "@mantine/core";
import { TextLink } from "../page/text-link.tsx";
import type { FactTable } from "./explanation.ts";
import classes from "./fact-rows.module.css";

/** The facts a figure used; the first cell leads to where they were stated. */
export function FactRows({ facts }: { readonly facts: FactTable }) {
  return (
    <div>
      <Title order={3} mb="xs">
        {facts.title}
      </Title>
      <table className={classes.facts} aria-label={facts.title}>
        <thead>
          <tr>
            {facts.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.rows.map((row) => (
            <tr key={row.id}>
              {facts.columns.map((column, at) => (
                <td key={column}>
                  {at === 0 && row.link !== undefined ? (
                    <TextLink {...row.link}>{row.cells[at]}</TextLink>
                  ) : (
                    row.cells[at]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
