package dev.moltbot.adapter.whatsappexport;

/** In which order the three numbers of a date stand. */
enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST,
  YEAR_FIRST
}
