// Starts telegram-test-api on the port named, on loopback. Keeps messages for ten minutes, since
// its own minute is shorter than a slow test.
const TelegramServer = require('telegram-test-api');

const SECONDS_KEPT = 600;

new TelegramServer({ port: Number(process.argv[2]), host: '127.0.0.1', storeTimeout: SECONDS_KEPT })
  .start();
