import { TOKEN_COMMAND, WORDS } from "./words.js";

/** The sentence in both languages, with the command where the sentence ends by announcing one. */
const both = (key) => ["zh", "en"].map((code) => WORDS[code][key].replace(/[:：]$/, `$& ${TOKEN_COMMAND}`)).join(" ");
const isIntrospection = ({ operationName }) => operationName === "IntrospectionQuery";

/** Headers of one request: what the header editor says wins over the token box. */
function headersFor(token, own = {}) {
  const headers = new Headers({ accept: "application/graphql-response+json, application/json" });
  if (token) headers.set("authorization", `Bearer ${token}`);
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  headers.set("content-type", "application/json");
  return headers;
}

async function post(params, headers) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers,
    body: JSON.stringify(params),
    credentials: "omit",
    redirect: "error",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });
  return { status: response.status, answer: await response.json() };
}

/** A GraphiQL fetcher; tells `report` what became of the schema: "ok", "missing", "refused" or "unreachable". */
export function createFetcher(token, report) {
  async function introspect(params, headers) {
    // asking without a token would only be refused, twice
    if (!headers.has("authorization")) return fail("missing");
    const { status, answer } = await post(params, headers).catch(() => fail("unreachable"));
    if (status === 401) return fail("refused");
    if (!answer.data) return fail("unreachable");
    report("ok");
    return answer;
  }

  function fail(outcome) {
    report(outcome);
    // GraphiQL prints the stack of an error if there is one
    throw Object.assign(new Error(both(outcome)), { stack: undefined });
  }

  async function run(params, headers) {
    const silence = { answer: { errors: [{ message: both("silent") }] } };
    const { status, answer } = await post(params, headers).catch(() => silence);
    if (status === 401) report(headers.has("authorization") ? "refused" : "missing");
    return answer;
  }

  return (params, options) => {
    const headers = headersFor(token, options?.headers);
    return isIntrospection(params) ? introspect(params, headers) : run(params, headers);
  };
}
