package dev.synth.internal.neural.layer;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The DL4J networks that stacks are: a {@link MultiLayerNetwork}, or, since that has no skip
 * connections, a {@link ComputationGraph} for residual layers. Both lay a layer's parameters out
 * behind the previous layer's: weights ('f' order), bias, gain.
 */
final class Dl4jNetworks {
  private Dl4jNetworks() {}

  /**
   * Returns a network over a vector of parameters, which becomes its own.
   *
   * @param vector 1 × the shape's number of parameters
   */
  static NeuralNetwork over(INDArray vector, StackShape shape) {
    if (shape.hasSkips()) {
      ComputationGraph graph = new ComputationGraph(graph(shape, vector.dataType()));
      graph.init(vector, false);
      return graph;
    }
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().dataType(vector.dataType()).list();
    for (int layer = 0; layer < shape.layers(); layer++) {
      list.layer(layer(shape, layer));
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init(vector, false);
    return network;
  }

  private static ComputationGraphConfiguration graph(StackShape shape, DataType type) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder().dataType(type).graphBuilder().addInputs("input");
    String input = "input";
    for (int layer = 0; layer < shape.layers(); layer++) {
      String name = "layer" + layer;
      graph.addLayer(name, layer(shape, layer), input);
      if (shape.isResidual(layer)) {
        graph.addVertex(
            "sum" + layer, new ElementWiseVertex(ElementWiseVertex.Op.Add), name, input);
        input = "sum" + layer;
      } else {
        input = name;
      }
    }
    return graph.setOutputs(input).build();
  }

  private static DenseLayer layer(StackShape shape, int layer) {
    return new DenseLayer.Builder()
        .nIn(shape.inputs(layer))
        .nOut(shape.outputs(layer))
        .hasLayerNorm(shape.isNormalised(layer))
        .activation(shape.isHidden(layer) ? shape.activation().dl4j() : Activation.IDENTITY)
        .build();
  }
}
