import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"群标签管理","description":"客户群的标签。","frontmatter":{"title":"群标签管理","description":"客户群的标签。","layout":"category","view":{"title":"群标签管理","description":"客户群的标签。","operations":[{"id":"groupChatBatchMarkTag","title":"群聊批量打标签","method":"POST","path":"/open-api/group_chat/batch_mark_tag","call":"groupChat.batchMarkTag"},{"id":"groupChatTagGroupList","title":"获取群聊标签分组及其子列表","method":"GET","path":"/open-api/group_chat/tag/group/list","call":"groupChat.tagGroupList"}]}},"headers":[],"relativePath":"categories/group-chat-tags.md","filePath":"categories/group-chat-tags.md"}');
const _sfc_main = { name: "categories/group-chat-tags.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/group-chat-tags.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const groupChatTags = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  groupChatTags as default
};
