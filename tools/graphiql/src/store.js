// All that the page keeps lives in sessionStorage: it ends with the tab. Queries and variables may hold ID numbers,
// so GraphiQL's tabs and history go here too instead of the localStorage it would choose.
const PREFIX = "graphiql:";
const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));

export const graphiqlStorage = {
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, value) => sessionStorage.setItem(key, value),
  removeItem: (key) => sessionStorage.removeItem(key),
  clear: () => keys().forEach((key) => sessionStorage.removeItem(key)),
  get length() {
    return keys().length;
  },
};

export function remember(key, value) {
  if (value) sessionStorage.setItem(`hub:${key}`, value);
  else sessionStorage.removeItem(`hub:${key}`);
}

export const recall = (key) => sessionStorage.getItem(`hub:${key}`) ?? "";
