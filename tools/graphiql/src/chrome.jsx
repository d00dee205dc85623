import { useEditorContext, useSchemaStore } from "@graphiql/react";
import { useEffect, useRef, useState } from "react";
import { bareToken, claimsOf } from "./token.js";
import { LANGUAGES, TOKEN_COMMAND, WORDS } from "./words.js";

function LanguageSwitch({ language, onChange }) {
  return (
    <div className="hub-languages" role="group" aria-label={WORDS[language].language}>
      {LANGUAGES.map(([code, name]) => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => onChange(code)}>
          {name}
        </button>
      ))}
    </div>
  );
}

function Examples({ language }) {
  const [examples, setExamples] = useState([]);
  const { addTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const words = WORDS[language];
  useEffect(() => {
    fetch("/graphiql/examples.json").then((response) => response.json()).then(setExamples, () => setExamples([]));
  }, []);

  function open(index) {
    const { query, variables } = examples[index];
    if (queryEditor.getValue().trim()) addTab();
    // the new tab empties the editors while it renders; fill them afterwards
    setTimeout(() => {
      queryEditor.setValue(query);
      variableEditor?.setValue(variables);
      queryEditor.focus();
    });
  }

  return (
    <label className="hub-examples">
      <span>{words.examples}</span>
      <select value="" onChange={(event) => open(Number(event.target.value))} disabled={!queryEditor || !examples.length}>
        <option value="" disabled>
          {words.pick}
        </option>
        {examples.map(({ name, title }, index) => (
          <option key={name} value={index}>
            {index + 1}. {title[language]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Holder({ token, words, language }) {
  const { role, until } = claimsOf(token);
  const time = until?.toLocaleString(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
  return (
    <span className="hub-holder">
      {role && (
        <>
          {words.role} <b>{role}</b>
        </>
      )}
      {until && (until < new Date() ? <em> {words.expired}</em> : ` · ${words.until} ${time}`)}
    </span>
  );
}

// not an input of type password: a browser would offer to keep what is in it
function TokenBox({ language, token, onToken }) {
  const [draft, setDraft] = useState(token);
  const [visible, setVisible] = useState(false);
  const words = WORDS[language];
  const bare = bareToken(draft);
  const inUse = token !== "" && draft === token;
  const malformed = draft.trim() !== "" && !bare;

  function submit(event) {
    event.preventDefault();
    if (bare) {
      setDraft(bare);
      onToken(bare);
    }
  }

  function clear() {
    setDraft("");
    onToken("");
  }

  return (
    <form className={inUse ? "hub-token hub-token-set" : "hub-token"} onSubmit={submit} autoComplete="off">
      <label>
        <span>{words.token}</span>
        <input
          type="text"
          className={visible ? "hub-token-input" : "hub-token-input hub-token-dots"}
          value={draft}
          placeholder={words.placeholder}
          aria-invalid={malformed}
          title={malformed ? words.malformed : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setDraft(event.target.value)}
        />
      </label>
      {draft && (
        <button type="button" className="hub-quiet" onClick={() => setVisible(!visible)}>
          {visible ? words.hide : words.show}
        </button>
      )}
      {inUse ? (
        <button type="button" className="hub-clear" onClick={clear}>
          {words.clear}
        </button>
      ) : (
        <button type="submit" className="hub-use" disabled={!bare}>
          {words.use}
        </button>
      )}
      {malformed && <span className="hub-malformed">{words.malformed}</span>}
      {inUse && <Holder token={token} words={words} language={language} />}
    </form>
  );
}

function Hint({ language, outcome }) {
  if (outcome === "ok" || outcome === "") return null;
  const order = language === "zh" ? ["zh", "en"] : ["en", "zh"];
  return (
    <div className={`hub-hint hub-hint-${outcome}`} role="status">
      {order.map((code) => (
        <p key={code} lang={code}>
          {WORDS[code][outcome]} {outcome !== "unreachable" && <code>{TOKEN_COMMAND}</code>}
        </p>
      ))}
    </div>
  );
}

/** Fetches the schema again when the Authorization of the header editor has changed and the user leaves that editor. */
function useHeaderAuthorization() {
  const { headerEditor } = useEditorContext({ nonNull: true });
  const { introspect } = useSchemaStore();
  const last = useRef("");
  useEffect(() => {
    if (!headerEditor) return undefined;
    const left = () => {
      const now = /"authorization"\s*:\s*"([^"]*)"/i.exec(headerEditor.getValue())?.[1] ?? "";
      if (now !== last.current) introspect();
      last.current = now;
    };
    headerEditor.on("blur", left);
    return () => headerEditor.off("blur", left);
  }, [headerEditor, introspect]);
}

export function Chrome({ language, onLanguage, token, onToken, outcome }) {
  useHeaderAuthorization();
  const words = WORDS[language];
  return (
    <header className="hub-chrome">
      <div className="hub-bar">
        <img src="/graphiql/favicon.svg" alt="" width="30" height="30" />
        <h1>
          {words.title} <small>{words.subtitle}</small>
        </h1>
        <Examples language={language} />
        <TokenBox language={language} token={token} onToken={onToken} />
        <LanguageSwitch language={language} onChange={onLanguage} />
      </div>
      <Hint language={language} outcome={outcome} />
    </header>
  );
}
