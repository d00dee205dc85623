import "graphiql/style.css";
import "./page.css";
import { DOC_EXPLORER_PLUGIN, DocExplorerContextProvider } from "@graphiql/plugin-doc-explorer";
import { HISTORY_PLUGIN, HistoryContextProvider } from "@graphiql/plugin-history";
import { GraphiQL, GraphiQLInterface, GraphiQLProvider } from "graphiql";
import { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { Chrome } from "./chrome.jsx";
import { createFetcher } from "./fetcher.js";
import { graphiqlStorage, recall, remember } from "./store.js";
import { WELCOME, WORDS } from "./words.js";

const PLUGINS = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN];

function startLanguage() {
  return recall("language") || (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
}

function Explorer() {
  const [language, setLanguage] = useState(startLanguage);
  const [token, setToken] = useState(() => recall("token"));
  const [outcome, setOutcome] = useState("");
  // a new fetcher makes GraphiQL fetch the schema again: exactly what a new token needs
  const fetcher = useMemo(() => createFetcher(token, setOutcome), [token]);

  useEffect(() => {
    remember("language", language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = `${WORDS[language].title} · ${WORDS[language].subtitle}`;
  }, [language]);
  useEffect(() => remember("token", token), [token]);

  return (
    <GraphiQLProvider
      fetcher={fetcher}
      storage={graphiqlStorage}
      shouldPersistHeaders={false}
      plugins={PLUGINS}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      defaultQuery={WELCOME}
      schemaDescription
      inputValueDeprecation
    >
      <HistoryContextProvider>
        <DocExplorerContextProvider>
          <div className="hub-page">
            <Chrome language={language} onLanguage={setLanguage} token={token} onToken={setToken} outcome={outcome} />
            <GraphiQLInterface isHeadersEditorEnabled showPersistHeadersSettings={false} defaultEditorToolsVisibility="variables">
              <GraphiQL.Logo> </GraphiQL.Logo>
            </GraphiQLInterface>
          </div>
        </DocExplorerContextProvider>
      </HistoryContextProvider>
    </GraphiQLProvider>
  );
}

createRoot(document.getElementById("root")).render(<Explorer />);
