/**
 * What a person meant by what they typed: the words, the parties named, the kind of answer asked for.
 */
@NullMarked
package sourcebook.question;

import org.jspecify.annotations.NullMarked;
