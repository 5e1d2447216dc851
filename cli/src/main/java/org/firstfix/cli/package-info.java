/** The engines on the command line, for questions, conformance checks and experiments without a server. */
@NullMarked
package org.firstfix.cli;

import org.jspecify.annotations.NullMarked;
