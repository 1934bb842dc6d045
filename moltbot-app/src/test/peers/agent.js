// An A2A agent of spec 1.0 on the official SDK, on the loopback port named. It answers a question
// with the question, and takes a second where that says "slowly".
const express = require('express');
const { AGENT_CARD_PATH, TaskState } = require('@a2a-js/sdk');
const { AgentEvent, DefaultRequestHandler, InMemoryTaskStore } = require('@a2a-js/sdk/server');
const { UserBuilder, agentCardHandler, jsonRpcHandler } = require('@a2a-js/sdk/server/express');

const SLOW_MILLIS = 1_000;

const port = Number(process.argv[2]);

const card = {
  name: 'Echo',
  description: 'Answers with the question.',
  version: '1.0.0',
  supportedInterfaces: [
    { url: `http://127.0.0.1:${port}/a2a`, protocolBinding: 'JSONRPC', protocolVersion: '1.0', tenant: '' },
  ],
  capabilities: { streaming: false, pushNotifications: false, extensions: [] },
  securitySchemes: {},
  securityRequirements: [],
  defaultInputModes: ['text/plain'],
  defaultOutputModes: ['text/plain'],
  skills: [],
  signatures: [],
};

const text = (value) => ({ content: { $case: 'text', value }, filename: '', mediaType: 'text/plain' });

const echo = {
  async execute({ taskId, contextId, userMessage }, bus) {
    const asked = userMessage.parts.map((part) => part.content.value).join('\n');
    const status = (state) => ({ state, message: undefined, timestamp: new Date().toISOString() });
    const working = status(TaskState.TASK_STATE_WORKING);
    bus.publish(AgentEvent.task({ id: taskId, contextId, status: working, artifacts: [], history: [] }));
    if (asked.includes('slowly')) {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MILLIS));
    }
    const artifact = { artifactId: 'answer', name: '', description: '', extensions: [] };
    artifact.parts = [text(`You asked: ${asked}`)];
    bus.publish(AgentEvent.artifactUpdate({ taskId, contextId, artifact, append: false, lastChunk: true }));
    bus.publish(AgentEvent.statusUpdate({ taskId, contextId, status: status(TaskState.TASK_STATE_COMPLETED) }));
    bus.finished();
  },
  async cancelTask() {},
};

const handler = new DefaultRequestHandler(card, new InMemoryTaskStore(), echo);
const app = express();
app.use(`/${AGENT_CARD_PATH}`, agentCardHandler({ agentCardProvider: handler }));
app.use('/a2a', jsonRpcHandler({ requestHandler: handler, userBuilder: UserBuilder.noAuthentication }));
app.listen(port, '127.0.0.1');
