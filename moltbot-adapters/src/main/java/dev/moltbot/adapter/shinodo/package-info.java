/**
 * Shinodo, the owner's own service on this machine: context for drafts over MCP, answers to the
 * owner's questions over A2A. It is told what the owner typed, and nothing else: no message, no
 * name, no handle. What it says is quoted and never obeyed.
 */
@NullMarked
package dev.moltbot.adapter.shinodo;

import org.jspecify.annotations.NullMarked;
