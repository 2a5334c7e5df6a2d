/**
 * Facts of contracts that sentences state, read by explicit patterns over known parties: who awarded what to whom, for
 * how long, for how much, from when. Each pattern asks for the words that state the fact; what is denied, planned,
 * possible or hearsay is no fact.
 */
@NullMarked
package sourcebook.text.fact;

import org.jspecify.annotations.NullMarked;
