// Every word of our own chrome, in both languages. GraphiQL itself speaks English.
export const WORDS = {
  zh: {
    title: "公共信用数据枢纽",
    subtitle: "GraphQL 查询台",
    examples: "查询示例",
    pick: "选择一个示例…",
    token: "访问令牌",
    placeholder: "粘贴开发令牌（仅保存在本标签页）",
    use: "使用",
    clear: "清除",
    show: "显示",
    hide: "隐藏",
    role: "角色",
    until: "有效至",
    expired: "已过期",
    malformed: "这不像令牌：令牌只含字母、数字和 . - _，中间没有空格。",
    language: "界面语言",
    missing: "加载接口结构需要访问令牌。请在服务器上运行以下命令，并把输出粘贴到右上方：",
    refused: "令牌未被接受，可能已过期。请重新签发：",
    silent: "服务没有给出可用的回答，请确认服务正在运行。",
    unreachable: "未能加载接口结构：服务没有给出可用的回答。请确认服务正在运行，然后点击左下角的刷新按钮。",
  },
  en: {
    title: "Public-credit hub",
    subtitle: "GraphQL explorer",
    examples: "Examples",
    pick: "Choose an example…",
    token: "Token",
    placeholder: "Development token (kept in this tab only)",
    use: "Use",
    clear: "Clear",
    show: "Show",
    hide: "Hide",
    role: "Role",
    until: "valid until",
    expired: "expired",
    malformed: "This does not look like a token: letters, digits and . - _ only, without blanks.",
    language: "Language",
    missing: "Loading the schema needs a token. Run this on the server and paste what it prints above:",
    refused: "The token was not accepted; it may have expired. Sign a new one:",
    silent: "No usable answer; check that the hub is running.",
    unreachable: "The schema could not be loaded: no usable answer. Check that the hub is running, then press the reload button at the lower left.",
  },
};

export const LANGUAGES = [
  ["zh", "中文"],
  ["en", "English"],
];

export const TOKEN_COMMAND = "hub token --role CP";

export const WELCOME = `# 公共信用数据枢纽 · Public-credit hub
#
# 从上方选择示例，或在此编写查询
# Choose an example above, or write here
#
# Ctrl-Enter 执行 run · Ctrl-Space 补全 complete

query Hello {
  __typename
}
`;
