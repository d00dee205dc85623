// PostGraphile 5 over the benchmark's database, set up as its documentation advises for production: amber preset,
// one pool, prepared statements, no explain, no GraphiQL, no web sockets. Without authentication, roles or masks.
//
//     BENCH_DATABASE=postgresql://… BENCH_POOL=10 node server.mjs
//
// The hub's tables name the subject without a foreign key (loading is faster so); PostGraphile makes relations of
// foreign keys only, so the tags below declare them. Each nested list then stays within one statement.
process.env.NODE_ENV = process.env.GRAPHILE_ENV = "production";

const { createServer } = await import("node:http");
const { createRequire } = await import("node:module");
const { pathToFileURL } = await import("node:url");

// the packages lie in the folder where `npm install` ran, which need not be this one
const found = createRequire(`${process.cwd()}/package.json`);
const load = (name) => import(pathToFileURL(found.resolve(name)).href);
const { postgraphile } = await load("postgraphile");
const { PostGraphileAmberPreset } = await load("postgraphile/presets/amber");
const { makePgService } = await load("postgraphile/adaptors/pg");
const { grafserv } = await load("postgraphile/grafserv/node");
const { makePgSmartTagsPlugin } = await load("postgraphile/utils");

const toSubject = "(subject_id) references public.subject (id)|@fieldName subject|@foreignSimpleFieldName";
const relation = (table, tags) => ({ kind: "class", match: `public.${table}`, tags });

const tags = makePgSmartTagsPlugin([
  { kind: "procedure", match: "public.subjects_by_codes", tags: { behavior: "+queryField:resource:list" } },
  relation("subject", { unique: "credit_code|@fieldName subjectByCode" }),
  relation("listing", {
    foreignKey: [
      `${toSubject} listings_list|@foreignFieldName listings`,
      "(subject_id, case_number) references public.enforcement_case (subject_id, case_number)|@fieldName case",
    ],
  }),
  relation("enforcement_case", { foreignKey: `${toSubject} cases_list|@foreignFieldName cases` }),
  relation("honest_listing", { foreignKey: `${toSubject} honest_list|@foreignFieldName honestPerformance` }),
]);

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [tags],
  pgServices: [
    makePgService({
      connectionString: process.env.BENCH_DATABASE,
      schemas: ["public"],
      poolConfig: { max: Number(process.env.BENCH_POOL ?? 10) },
      pubsub: false,
    }),
  ],
  grafast: { explain: false },
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false, websockets: false, maxRequestLength: 262144 },
});

const server = createServer();
server.keepAliveTimeout = 600_000;
await instance.createServ(grafserv).addTo(server);
server.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
process.on("SIGTERM", () => process.exit(0));
