// Loaded before a peer that would listen on every interface: it listens on loopback alone.
const net = require('node:net');

const HOST = '127.0.0.1';
const IPV4 = 4;
const listen = net.Server.prototype.listen;

// With a name of a host, listening begins a moment later; some peers ask for their port at once.
net.Server.prototype.listen = function (first, ...rest) {
  const callback = rest.find((argument) => typeof argument === 'function');
  const port = typeof first === 'object' ? first.port : first;
  return listen.call(this, net._createServerHandle(HOST, Number(port ?? 0), IPV4), callback);
};
