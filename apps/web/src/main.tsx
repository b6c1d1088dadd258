import "./app/without-eval.ts";
import "@fontsource-variable/inter/index.css";
import "@mantine/core/styles.layer.css";
import "./theme/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { refusalOf } from "./api/refusal.ts";
import { App } from "./app/app.tsx";
import { startLanguage } from "./texts/language.ts";

const root = document.getElementById("root");
await startLanguage();
if (root)
  createRoot(root, {
    // A refusal is an answer: the page shows it. Anything else is a fault worth reporting.
    onCaughtError: (error) => refusalOf(error) === null && reportError(error),
  }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
