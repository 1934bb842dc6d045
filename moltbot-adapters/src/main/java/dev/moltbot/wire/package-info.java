/**
 * What all adapters need to speak HTTP safely, and nothing else: clients that never re-send and
 * never follow, the three-way reading of a failed call, waiting times, secrets, and a record of
 * every call. Types of OkHttp may be seen here and in adapters, and no further.
 */
@NullMarked
package dev.moltbot.wire;

import org.jspecify.annotations.NullMarked;
