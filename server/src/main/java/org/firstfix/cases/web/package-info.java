@NullMarked
package org.firstfix.cases.web;

import org.jspecify.annotations.NullMarked;
