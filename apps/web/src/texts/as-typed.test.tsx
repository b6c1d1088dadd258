import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { I18nProvider } from "@lingui/react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sayAsTyped } from "./as-typed.ts";
import { Trans } from "./trans.tsx";

const i18n = setupI18n({ locale: "en", messages: { en: {} } });
i18n.setMessagesCompiler(compileMessage);
sayAsTyped(i18n);

const hostile = [
  ...["\\u0041 and \\x41", "C:\\users\\x41", "<b>bold</b>", "<0>x</0>", "<script>alert(1)</script>", "a <br/> b"],
  ...["{name}", "# of 1", "it's '{quoted}'", "{n, plural, one {#} other {#}}", "{{7*7}}"],
];

/** As React writes it into a page. */
const written = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");

test.each(hostile)("%s is said as it was typed", (name) => {
  expect(i18n._("{name} is open.", { name })).toBe(`${name} is open.`);
  expect(
    i18n._({ id: "x", message: "{n, plural, one {{name} has #} other {{name} have #}}", values: { n: 2, name } }),
  ).toBe(`${name} have 2`);
  const shown = renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <Trans id="y" message="<0>{name}</0> is open." values={{ name }} components={{ 0: <b /> }} />
    </I18nProvider>,
  );
  expect(shown.replace(/<\/?bdi>/g, "")).toBe(`<b>${written(name)}</b> is open.`);
});

test("our own texts keep their escapes", () => {
  expect(i18n._("\\u00a9 {name}", { name: "cimpro" })).toBe("© cimpro");
});
