package io.lanewise.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What `./lanewise jshell` opens.
class JShellTest {

  @Test
  @Tag("slow")
  void theLibraryIsImported() throws Exception {
    String printed =
        Jdk.run(
            "jshell",
            "IO.println(NDArray.arange(3).add(0.5))\n"
                + "IO.println(Linalg.norm(NDArray.of(3.0, 4.0)))\n"
                + "IO.println(Expr.constant(1.5))\n"
                + "IO.println(CurveFit.class.getSimpleName() +"
                + " MappedArray.class.getSimpleName())\n",
            "-R--add-modules=jdk.incubator.vector",
            "--startup",
            "DEFAULT",
            "--startup",
            "lanewise.jsh",
            "-s",
            "-");
    assertThat(printed).isEqualTo("[0.5 1.5 2.5]\n5.0\n1.5\nCurveFitMappedArray\n");
  }
}
