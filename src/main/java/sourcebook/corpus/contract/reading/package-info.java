/** What reading any contract data takes: values out of JSON, faults of a file, keys of parties. */
@NullMarked
package sourcebook.corpus.contract.reading;

import org.jspecify.annotations.NullMarked;
