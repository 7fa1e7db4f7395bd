// Starts GraphiQL with a tab for each of `examples`, or with what the page's address says.

const address = new URL('/graphql', window.location.href);
const socket = new URL(address);
socket.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';

const asked = new URLSearchParams(window.location.search);

// Every example ends with a line of three # and its variables in JSON.
const tabs = examples
  .split(/^### (.*)$\n?/m)
  .reduce((found, part, index, parts) => {
    if (index % 2 === 0 && part.trim()) {
      found.push({ query: part.trim() + '\n', variables: pretty(parts[index + 1]) });
    }
    return found;
  }, []);

function pretty(json) {
  try {
    return json && json !== '{}' ? JSON.stringify(JSON.parse(json), null, 2) : undefined;
  } catch (malformed) {
    return json;
  }
}

// The address follows what is edited, so that it can be shared; headers stay out of it, since they hold tokens.
function share(name, value) {
  if (value) {
    asked.set(name, value);
  } else {
    asked.delete(name);
  }
  const search = asked.toString();
  window.history.replaceState(null, '', search ? '?' + search : window.location.pathname);
}

// Just after a tab was chosen, GraphiQL still names the operation of the tab before.
function named(request) {
  const written = request.query.replace(/#.*/g, '').matchAll(/\b(?:query|mutation|subscription)\s+(\w+)/g);
  const names = [...written].map((operation) => operation[1]);
  return names.length > 1 ? request : { ...request, operationName: names[0] };
}

// Headers that are given in the editor go along with requests, and open a socket's connection.
const fetcher = GraphiQL.createFetcher({
  url: address.href,
  subscriptionUrl: socket.href,
  headers: { Accept: 'application/json' },
});

const own = asked.get('query')
  ? { query: asked.get('query'), variables: pretty(asked.get('variables')) }
  : { defaultTabs: tabs };

ReactDOM.render(
  React.createElement(GraphiQL, {
    fetcher: (request, options) => fetcher(named(request), options),
    ...own,
    defaultEditorToolsVisibility: true,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
    onEditQuery: (query) => share('query', query),
    onEditVariables: (variables) => share('variables', variables),
  }),
  document.getElementById('graphiql'),
);
document.title = 'Huntgate';
