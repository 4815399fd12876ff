import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Chat records","description":"Archived conversations of employees with customers.","frontmatter":{"title":"Chat records","description":"Archived conversations of employees with customers.","layout":"category","view":{"title":"Chat records","description":"Archived conversations of employees with customers.","operations":[{"id":"chatMessageList","title":"List the messages of a session","method":"GET","path":"/open-api/chat/message/list","call":"chat.messageList"},{"id":"chatMessageListV2","title":"List the messages of a session, newest first","method":"GET","path":"/open-api/chat/message/list/v2","call":"chat.messageListV2"},{"id":"chatSessionList","title":"List an employee's chat sessions","method":"GET","path":"/open-api/chat/session/list","call":"chat.sessionList"}]}},"headers":[],"relativePath":"en/categories/chat-records.md","filePath":"en/categories/chat-records.md"}`);
const _sfc_main = { name: "en/categories/chat-records.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/chat-records.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const chatRecords = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  chatRecords as default
};
