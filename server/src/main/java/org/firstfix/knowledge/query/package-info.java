/** Finding articles, and what they were worth. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.knowledge.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
