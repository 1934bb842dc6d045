// Starts MCP's server-everything on the port named, on loopback alone.
require('./loopback.js');

process.env.PORT = process.argv[2];
process.argv[2] = 'streamableHttp';
import('./node_modules/@modelcontextprotocol/server-everything/dist/index.js');
