/**
 * What Instagram and Facebook hand out as JSON: a folder for each conversation, in files of some
 * thousand messages each. They name people by nothing but what these call themselves.
 */
@NullMarked
package dev.moltbot.adapter.metaexport;

import org.jspecify.annotations.NullMarked;
