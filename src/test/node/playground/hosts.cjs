// Preloaded: sends what is meant for Microsoft's login to a server of the test on this machine, at the port LOGIN_PORT.
const dns = require('dns');
const tls = require('tls');

const HOSTS = new Set(['login.microsoftonline.com', 'login.botframework.com', 'api.botframework.com']);
const connect = tls.connect;
const lookup = dns.lookup;

tls.connect = function (...given) {
  const options = given.find((argument) => argument && typeof argument === 'object');
  if (options && HOSTS.has(options.servername || options.host)) {
    options.port = Number(process.env.LOGIN_PORT);
  }
  return connect.apply(this, given);
};

dns.lookup = function (host, options, callback) {
  const done = typeof options === 'function' ? options : callback;
  if (!HOSTS.has(host)) {
    return lookup.call(this, host, options, callback);
  }
  return process.nextTick(() =>
    options && options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
  );
};
