import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"聊天记录管理","description":"员工与客户的存档会话。","frontmatter":{"title":"聊天记录管理","description":"员工与客户的存档会话。","layout":"category","view":{"title":"聊天记录管理","description":"员工与客户的存档会话。","operations":[{"id":"chatMessageList","title":"获取会话消息","method":"GET","path":"/open-api/chat/message/list","call":"chat.messageList"},{"id":"chatMessageListV2","title":"获取会话消息2(按照消息时间逆序)","method":"GET","path":"/open-api/chat/message/list/v2","call":"chat.messageListV2"},{"id":"chatSessionList","title":"获取员工会话","method":"GET","path":"/open-api/chat/session/list","call":"chat.sessionList"}]}},"headers":[],"relativePath":"categories/chat-records.md","filePath":"categories/chat-records.md"}');
const _sfc_main = { name: "categories/chat-records.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/chat-records.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const chatRecords = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  chatRecords as default
};
