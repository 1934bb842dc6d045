/**
 * Mail that lies in files: mbox (Google Takeout's with its labels and threads), Maildir, folders of
 * .eml files and single ones.
 */
@NullMarked
package dev.moltbot.adapter.mailfiles;

import org.jspecify.annotations.NullMarked;
